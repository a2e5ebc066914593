/** The one place that knows the vendor's SDK: what the wire uses of it. */
export { APIError, OAuthError, OpenAI } from 'openai';
