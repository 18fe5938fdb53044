import type { Post } from './post.ts';
import type { SigningPost } from './signing-form.ts';

type Held = Pick<Post, 'role' | 'title'>;

/**
 * The rank a position has at its unit, by the roles it gives there. Heads of divisions and their deputies bear the same
 * roles; by the order of titles a deputy's always begins with "Phó".
 */
export function rankOf(posts: readonly Held[]): SigningPost['rank'] {
  const gives = (role: Post['role']) => posts.some((post) => post.role === role);
  if (gives('agency-head')) return 'head';
  if (!gives('signatory')) return 'member';
  if (posts.some((post) => post.title.vi.startsWith('Phó '))) return 'deputy';
  return gives('unit-head') ? 'head' : 'member';
}
