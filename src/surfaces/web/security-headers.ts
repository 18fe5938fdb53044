import type { MiddlewareHandler } from 'hono';

/**
 * Nothing is loaded but from here, nothing runs inline, nobody frames us, forms go only to us. Pictures that were handed in
 * come from the origin of papers, when there is one.
 */
function policyWith(papersUrl: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self' data: ${papersUrl}`.trim(),
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** The headers of every answer. `same-origin` as referrer policy, because without a referrer browsers send `Origin: null` with our own forms. */
export function securityHeaders(options: {
  readonly publicUrl?: string | undefined;
  readonly papersUrl?: string | undefined;
}): MiddlewareHandler {
  const policy = policyWith(options.papersUrl ?? '');
  const isSecure = options.publicUrl?.startsWith('https:') ?? false;
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy);
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'same-origin');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', 'same-origin');
    headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    if (isSecure) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  };
}
