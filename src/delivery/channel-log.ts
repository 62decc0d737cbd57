/** What a channel needs of a log (pino has it). Facts are codes and numbers: no words of a person, no token, no error object. */
export interface ChannelLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
