import { createHash, timingSafeEqual } from 'node:crypto';
import {
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  originValidationResponse,
} from '@modelcontextprotocol/server';

/**
 * Why a request may not come in; undefined where it may. A page in a browser can reach loopback, under a name of its own
 * too: so the names in Host and Origin are those of this machine, and whoever calls knows the token.
 */
export function guardRequest(request: Request, token: string): Response | undefined {
  return (
    hostHeaderValidationResponse(request, localhostAllowedHostnames()) ??
    originValidationResponse(request, localhostAllowedOrigins()) ??
    (knows(request, token) ? undefined : unauthorized())
  );
}

function knows(request: Request, token: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(token));
}

/** Of one length, whatever was given. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function unauthorized(): Response {
  const error = { code: -32_001, message: 'Unauthorized: send the token of this repository as `Authorization: Bearer <token>`.' };
  return Response.json({ jsonrpc: '2.0', error, id: null }, { status: 401, headers: { 'www-authenticate': 'Bearer' } });
}
