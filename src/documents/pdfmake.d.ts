/**
 * The part of pdfmake 0.3 that the papers use. Written by hand because `@types/pdfmake` brings the types of a browser into
 * the whole program, and a `document` in server code would pass unseen.
 */
declare module 'pdfmake' {
  /** Anything that can stand on a page; sizes and margins in points, margins left, top, right, bottom. */
  export interface Block {
    readonly text?: string | readonly (string | Block)[];
    readonly stack?: readonly Block[];
    readonly columns?: readonly Block[];
    readonly table?: {
      readonly widths: readonly (number | '*' | 'auto')[];
      readonly body: readonly (readonly Block[])[];
    };
    readonly layout?: string | TableLayout;
    readonly svg?: string;
    readonly qr?: string;
    readonly eccLevel?: 'L' | 'M' | 'Q' | 'H';
    readonly fit?: number;
    readonly width?: number | '*' | 'auto';
    readonly columnGap?: number;
    readonly margin?: readonly [number, number, number, number];
    readonly fontSize?: number;
    readonly bold?: boolean;
    readonly color?: string;
    readonly fillColor?: string;
    readonly alignment?: 'left' | 'center' | 'right';
    readonly characterSpacing?: number;
    readonly lineHeight?: number;
  }
  export interface TableLayout {
    readonly hLineWidth?: () => number;
    readonly vLineWidth?: () => number;
    readonly paddingLeft?: () => number;
    readonly paddingRight?: () => number;
    readonly paddingTop?: () => number;
    readonly paddingBottom?: () => number;
  }
  export interface Sheet {
    readonly pageSize: 'A4';
    readonly pageMargins: readonly [number, number, number, number];
    readonly language: string;
    readonly info: { readonly title: string; readonly creator: string; readonly producer: string };
    readonly defaultStyle: {
      readonly font: string;
      readonly fontSize: number;
      readonly lineHeight: number;
      readonly color: string;
    };
    readonly content: readonly Block[];
  }
  /** Files of the four cuts of a face. */
  export interface Face {
    readonly normal: string;
    readonly bold: string;
    readonly italics: string;
    readonly bolditalics: string;
  }
  const pdfmake: {
    setFonts(faces: { readonly [name: string]: Face }): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    createPdf(sheet: Sheet): { getBuffer(): Promise<Buffer> };
  };
  export default pdfmake;
}
