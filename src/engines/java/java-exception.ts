/** Java would throw this exception; rendering ends with it. */
export class JavaException extends Error {
  override readonly name = 'JavaException';
}
