/** By this name `@actions/core` asks for tokens of identity; here src/adapters/github-identity.ts does. */
export class HttpClient {}
