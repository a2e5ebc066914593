export class BearerCredentialHandler {
  #token;

  constructor(token) {
    this.#token = token;
  }

  prepareHeaders(headers) {
    headers.authorization = `Bearer ${this.#token}`;
  }
}
