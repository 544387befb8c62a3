// What the JavaScript tests use of node, for the type checker: Debian has no declarations of node's own modules.
// A test that needs more of node adds it here.

declare module "node:test" {
  interface Mock {
    callCount(): number;
    readonly calls: { arguments: any[]; result: any; error: any }[];
  }
  interface TestContext {
    readonly name: string;
    readonly mock: MockTracker;
    test(name: string, body: TestBody): Promise<void>;
    after(body: () => void | Promise<void>): void;
    skip(reason?: string): void;
  }
  interface MockTracker {
    fn<F extends (...given: any[]) => any>(original?: F): F & { mock: Mock };
    method<O extends object>(object: O, name: keyof O, replacement?: (...given: any[]) => any): { mock: Mock };
    restoreAll(): void;
  }
  type TestBody = (context: TestContext) => void | Promise<void>;
  interface TestFunction {
    (name: string, body: TestBody): Promise<void>;
    (name: string, options: { timeout?: number; skip?: boolean | string; concurrency?: boolean }, body: TestBody): Promise<void>;
  }
  export const test: TestFunction;
  export const it: TestFunction;
  export function describe(name: string, body: () => void): void;
  export function before(body: () => void | Promise<void>): void;
  export function after(body: () => void | Promise<void>): void;
  export function beforeEach(body: () => void | Promise<void>): void;
  export function afterEach(body: () => void | Promise<void>): void;
  export const mock: MockTracker;
  export default test;
}

declare module "node:assert/strict" {
  interface Assert {
    (value: unknown, message?: string): asserts value;
    ok(value: unknown, message?: string): asserts value;
    equal<T>(actual: unknown, expected: T, message?: string): asserts actual is T;
    notEqual(actual: unknown, expected: unknown, message?: string): void;
    deepEqual<T>(actual: unknown, expected: T, message?: string): asserts actual is T;
    notDeepEqual(actual: unknown, expected: unknown, message?: string): void;
    match(actual: string, pattern: RegExp, message?: string): void;
    doesNotMatch(actual: string, pattern: RegExp, message?: string): void;
    throws(body: () => unknown, expected?: RegExp | object | Function): void;
    rejects(body: Promise<unknown> | (() => Promise<unknown>), expected?: RegExp | object | Function): Promise<void>;
    fail(message?: string): never;
  }
  const assert: Assert;
  export default assert;
}

declare module "node:fs" {
  export function readFileSync(path: string | URL, encoding: "utf8"): string;
  export function readdirSync(path: string | URL): string[];
}

declare module "node:path" {
  export function join(...parts: string[]): string;
  export function dirname(path: string): string;
}

declare module "node:url" {
  export function fileURLToPath(url: string | URL): string;
}

declare module "node:vm" {
  export function createContext(globals: object): object;
  export function runInContext(script: string, context: object): any;
}

interface ImportMeta {
  readonly url: string;
}

declare module "node:zlib" {
  export function gzipSync(bytes: string | Uint8Array, options?: { level?: number }): Uint8Array;
}
