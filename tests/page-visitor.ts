import type { Hono } from 'hono';
import type { WebEnv } from '#surfaces/web/visitor.ts';

/** What a page answered. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly location: string;
}

export type Sent = Readonly<Record<string, string | readonly string[] | Blob | readonly File[]>>;

const origin = 'http://localhost';

/** Someone with a browser that keeps cookies and runs no script: asks for pages, sends forms with what the page hid in them. */
export class PageVisitor {
  readonly #server: Hono<WebEnv>;
  readonly cookies = new Map<string, string>();

  constructor(server: Hono<WebEnv>) {
    this.#server = server;
  }

  async get(path: string): Promise<Answered> {
    return this.#ask(path, { headers: { cookie: this.#cookie() } });
  }

  /** Fills in the first form of a page whose address ends with `action`, its hidden fields included, and sends it. */
  async send(page: string, action: string, fields: Sent = {}): Promise<Answered> {
    const shown = await this.get(page);
    return this.post(action, { ...hiddenOf(shown.text, action), ...fields });
  }

  async post(path: string, fields: Sent, headers: Record<string, string> = {}): Promise<Answered> {
    const withFiles = Object.values(fields).some((value) => value instanceof Blob || Array.isArray(value));
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      for (const one of Array.isArray(value) ? value : [value]) form.append(name, one as string);
    }
    const body = withFiles ? form : new URLSearchParams(fields as Record<string, string>);
    return this.#ask(path, {
      method: 'POST',
      body,
      headers: { cookie: this.#cookie(), origin, host: 'localhost', ...headers },
    });
  }

  async #ask(path: string, init: RequestInit): Promise<Answered> {
    const response = await this.#server.request(`${origin}${path}`, init);
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const location = response.headers.get('location') ?? '';
    return { status: response.status, headers: response.headers, text: await response.text(), location };
  }

  #cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

function hiddenOf(html: string, action: string): Record<string, string> {
  const forms = [...html.matchAll(/<form(?=[^>]*method="post")[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)];
  const form = forms.find(([, address]) => address === action)?.[2];
  if (form === undefined) throw new Error(`the page has no form for ${action}`);
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')]));
}
