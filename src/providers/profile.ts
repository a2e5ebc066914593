/**
 * What is known of a platform without asking it, as data: loaded at every start, so it pulls no client in.
 */
import type { DataProfile } from '../dataset/profile.ts';
import type { InputProblem } from '../errors.ts';
import type { KnownModels } from '../models/family.ts';
import type { Capability, DeploymentRequest, Provider } from './port.ts';
import type { BilledRequest, Terms } from './terms.ts';

/** What a million trained tokens of some models cost. */
export interface Price {
  readonly model: RegExp;
  /** US$; undefined where training is priced by the hour. */
  readonly perMillion: number | undefined;
  readonly source: string;
  /** YYYY-MM-DD: when the source said so. */
  readonly date: string;
}

/** A platform as users see it. */
export interface Profile {
  /** As the input `provider` and the outputs have it. */
  readonly name: string;
  readonly title: string;
  /** Hosts that are this vendor's own: `auto` goes by them, and the vendor's key is sent to no other. */
  readonly hosts: RegExp;
  /** Which servers are meant, in words, where no one address says it. */
  readonly servers?: string;
  /** The API root when none is given. */
  readonly ownBaseUrl?: string;
  /** Where its models are called, where that is another address of the same vendor. */
  readonly ownInferenceUrl?: string;
  /** The path below which its models are called at the same server, from that of the API root. */
  readonly inferencePath?: (path: string) => string;
  /** An API root, to show what to write. */
  readonly exampleUrl: string;
  /** How the path of the API root must end, where the vendor prescribes it. */
  readonly rootPath?: string;
  /** The account stands in the path of the API root. */
  readonly account?: {
    /** The path with the account in it; undefined where neither it nor the environment names one. */
    readonly pathWith: (path: string, environment: Readonly<Record<string, string | undefined>>) => string | undefined;
    /** How to name it, as a sentence. */
    readonly way: string;
  };
  /** The variable that holds this vendor's key. */
  readonly keyVariable?: string;
  /** It runs wherever its owner runs it: its key goes to any address that is no other vendor's. */
  readonly selfHosted?: true;
  /** The headers that carry this vendor's key, besides `Authorization`. */
  readonly keyHeaders?: readonly string[];
  /** What goes for a key, where that is more than one thing. */
  readonly keyForms?: string;
  /** Another form than a key in which the environment may hold a credential, and how it comes there. */
  readonly signIn?: {
    readonly way: string;
    readonly credential: (given: SignInGiven) => Credential | undefined | Promise<Credential | undefined>;
  };
  /** Inputs that this platform alone takes, each a text. */
  readonly inputs?: readonly string[];
  /** Other variables that may hold a credential of this vendor: masked, never used. */
  readonly secretVariables?: readonly string[];
  /** The server may ask for no key at all (`api_key: none`). */
  readonly keyOptional?: true;
  /** Takes GitHub's OIDC token in exchange for one of its own. */
  readonly keyless?: true;
  /** Takes an organisation and a project, by the inputs, else by these variables. */
  readonly tenant?: { readonly organization?: string; readonly project?: string };
  /** Started by the step itself on loopback: it has no address before it runs, and asks for no key. */
  readonly embedded?: true;
  /** Its models are made for practice and cannot be called. */
  readonly rehearsal?: true;
  /** Verbs that the client has and this platform does not offer: refused by name before any request. */
  readonly lacks: readonly Capability[];
  /** Pairs of extra_query of which it must be given one, and what to write. */
  readonly demandsQuery?: { readonly names: readonly string[]; readonly instead: string };
  /**
   * What of a request it takes, loaded for who trains there; undefined where it takes all that the API
   * describes.
   */
  readonly terms?: () => Promise<Terms>;
  /** Seconds in which a model's name may still come after its job has succeeded; five minutes without it. */
  readonly namedWithin?: number;
  /** It says itself what a job costs, when the data is there. */
  readonly pricesJobs?: true;
  /** Adaptive polling: seconds between looks, from the first to the slowest. */
  readonly pollSeconds: readonly [from: number, to: number];
  /** What the checker asks of the data. */
  readonly data: DataProfile;
  /** What is known of the models, loaded by who asks; undefined where nothing is. */
  readonly models?: () => Promise<KnownModels>;
  /** Tokens times epochs that one job may have; undefined when there is no known limit. */
  readonly maximumTrainingTokens?: number;
  /** The page of a job on the vendor's site. */
  readonly jobPage?: (jobId: string) => string;
  /** What whoever resumes a job should know, as a sentence. */
  readonly onResume?: string;
  /** How a fine-tuned model comes to be called. Undefined: at once, by its own name. */
  readonly serving?: Serving;
  /** What must be done with a model before it can be called, where it cannot be called at once. */
  readonly beforeUse?: string;
  /** How a job is billed, where that is otherwise than by its epochs over the training data. */
  readonly billing?: (asked: BilledRequest) => Billing;
  /** The first that fits counts. */
  readonly prices: readonly Price[];
  /** What of a request costs more than its prices; undefined where nothing does. */
  readonly surcharge?: (asked: PricedRequest) => Surcharge | undefined;
  /** Why training costs nothing, where it does. */
  readonly free?: string;
}

/** What of a request, or of a job, may change its price. */
export interface PricedRequest {
  readonly method?: unknown;
  readonly hyperparameters?: unknown;
  readonly extra_body?: Readonly<Record<string, unknown>> | undefined;
}

/** So many times the price, and for what, as it follows "for". */
export interface Surcharge {
  readonly times: number;
  readonly why: string;
}

/** What of the data is billed how often. */
export interface Billing {
  readonly epochs: number;
  /** Whether the request says so. */
  readonly epochsAsked: boolean;
  /** How often the validation data is looked at, each time billed like an epoch of it. */
  readonly looks: number;
  /**
   * As how many tokens each row is billed, whatever it holds; in words where the request does not say it.
   * Undefined: as what it holds.
   */
  readonly rowTokens?: number | string;
}

/** What a platform may make a credential of. */
export interface SignInGiven {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The root of the API. */
  readonly url: URL;
  /** The platform's own inputs that were given. */
  readonly own: Readonly<Record<string, string>>;
  readonly checkUrl: UrlCheck;
}

/**
 * An address that users wrote, checked as `base_url` is.
 * @throws InputError when it may not be asked
 */
export type UrlCheck = (text: string, place: { readonly input: string; readonly words: string; readonly example: string }) => URL;

/** How fine-tuned models are made callable: by this action, or only by hand. */
export type Serving =
  | { readonly kind: 'by hand' /** How, as a sentence. */; readonly way: string }
  | { readonly kind: 'deployment' /** Loaded by who deploys. */; readonly terms: () => Promise<DeploymentTerms> };

/** What a platform asks of the input `deployment`, and what is known of its deployments. */
export interface DeploymentTerms {
  /** What of the map is wrong, a sentence each, before anything is sent. */
  readonly problems: (asked: AskedDeployment, address: Address) => readonly InputProblem[];
  /** Why this model cannot be deployed so, as a sentence; undefined where it can. */
  readonly refuses?: (request: DeploymentRequest) => string | undefined;
  /** What the user should know before it is asked for, a sentence each. */
  readonly remarks?: (request: DeploymentRequest) => readonly string[];
  /** What a name may be. */
  readonly name: { readonly longest: number; readonly characters: RegExp; readonly allowed: string };
  /** Another model under the same name gives way; without it the request is refused. */
  readonly replaces?: true;
  /** A refusal of the first calls by which a model says that it is not ready yet, by code or words. */
  readonly notReady: RegExp;
  /** What it costs that stands there, as a sentence. */
  readonly bills: string;
  /** How to remove it by hand, as it follows "or". */
  readonly removal: (request: DeploymentRequest) => string;
  /** What to do about one that was made and never answers, as a sentence. */
  readonly neverReady?: string;
}

/** The input `deployment`, its name decided. */
export interface AskedDeployment {
  readonly name: string | undefined;
  /** It is to be taken down: of what it is made does not matter. */
  readonly removing: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
}

export type Credential =
  | { readonly kind: 'key'; readonly key: string }
  | {
      readonly kind: 'identity';
      readonly identityProviderId: string;
      readonly serviceAccountId: string;
      readonly audience: string;
    }
  /**
   * A key that is made when it is wanted, of something else that the environment holds; for another audience
   * than that of `baseUrl` where one is named. It is asked for before each request, and kept as long as it
   * lasts.
   */
  | { readonly kind: 'minted'; readonly mint: (options: ClientOptions, audience?: string) => Promise<string> }
  /** A server that asks for no key. */
  | { readonly kind: 'none' };

/** Where a platform is, and who signs in. */
export interface Address {
  /** Without a slash at its end. Empty for an embedded platform, which has none before it runs. */
  readonly baseUrl: string;
  /** Undefined when there is none to be found. */
  readonly credential: Credential | undefined;
  readonly organization: string | undefined;
  readonly project: string | undefined;
  /** Where a fine-tuned model is called, where that was written out: another root than `baseUrl`. */
  readonly inferenceUrl?: string | undefined;
  /** Who signs in there; undefined where what was found is for `baseUrl` alone. */
  readonly inferenceCredential?: Credential | undefined;
  /** Added to every request to `baseUrl`, and to none elsewhere. */
  readonly extraQuery?: Readonly<Record<string, string>> | undefined;
  readonly extraHeaders?: Readonly<Record<string, string>> | undefined;
  /** The platform's own inputs that were given. */
  readonly own?: Readonly<Record<string, string>> | undefined;
  /** For addresses beside `baseUrl`. */
  readonly checkUrl?: UrlCheck;
}

export interface ClientOptions {
  /** A fresh token of the workflow's own identity for this audience. */
  readonly identityToken: (audience: string) => Promise<string>;
  readonly mask: (secret: string) => void;
}

/** A registered platform: its profile, and the way to its client, which is loaded when it is opened. */
export interface Platform {
  readonly profile: Profile;
  open(address: Address, options: ClientOptions): Promise<Provider>;
}

/** Seconds between looks. */
export const USUAL_POLL = [5, 60] as const;
/** Seconds in which a model's name may still come. */
export const USUAL_NAMED_WITHIN = 300;
/** A host that nobody has. */
export const NO_HOST = /^(?!)/;

const VERBS: Partial<Record<Capability, string>> = {
  pause: 'pause a job',
  resume: 'resume a job',
  events: 'list the events of a job',
  checkpoints: 'list the checkpoints of a job',
};

/** The client without the verbs that this platform does not offer: nobody asks for them by mistake. */
export function withoutLacking(provider: Provider, { lacks }: Pick<Profile, 'lacks'>): Provider {
  return { ...provider, ...Object.fromEntries(lacks.map((verb) => [verb, undefined])) };
}

/** Why a platform cannot do this, as a sentence; undefined when it may. */
export function lacking(profile: Profile, verb: Capability): string | undefined {
  if (!profile.lacks.includes(verb)) return undefined;
  return `${profile.title} cannot ${VERBS[verb] ?? verb}; nothing was asked of it.`;
}
