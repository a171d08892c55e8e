// Lengths of the frames a client sends: `ws` tells those of messages alone.

/** Takes the bytes of a WebSocket as they come (RFC 6455, section 5.2); `onFrame` gets the payload's length with each header. */
export function frameMeter(onFrame: (length: number) => void): (chunk: Buffer) => void {
  const header: number[] = [];
  let left = 0;
  return (chunk) => {
    for (let offset = 0; offset < chunk.length; ) {
      const skipped = Math.min(left, chunk.length - offset);
      left -= skipped;
      offset += skipped;
      const byte = chunk[offset];
      if (byte === undefined) return;
      header.push(byte);
      offset += 1;
      const length = payloadLength(header);
      if (length === undefined) continue;
      header.length = 0;
      left = length;
      onFrame(length);
    }
  };
}

/** undefined until the header is whole, with its mask. */
function payloadLength([first, second, ...rest]: readonly number[]): number | undefined {
  if (first === undefined || second === undefined) return undefined;
  const short = second & 0x7f;
  const extended = short === 126 ? 2 : short === 127 ? 8 : 0;
  const mask = second & 0x80 ? 4 : 0;
  if (rest.length < extended + mask) return undefined;
  return extended === 0 ? short : rest.slice(0, extended).reduce((length, byte) => length * 256 + byte, 0);
}
