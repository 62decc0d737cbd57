/** Version of the rules as a whole, raised with every change of a result; equal to that of `package.json` (a test holds it). */
export const ENGINE_VERSION = '0.1.0';
