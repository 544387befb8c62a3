// What the phone's tests use of node besides the shared declarations.
declare module "node:zlib" {
  export function gzipSync(text: string | Uint8Array, options?: { level?: number }): Uint8Array;
}
