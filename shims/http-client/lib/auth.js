/** As HttpClient. */
export class BearerCredentialHandler {}
