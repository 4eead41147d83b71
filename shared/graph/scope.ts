/** Territories as keys: «TW», «Lạng Sơn», «Lạng Sơn/Chi Lăng»; «?» stands for a part the text never names. */

/** True when no part of the key is unknown. */
export function isFullScope(scope: string | null): scope is string {
  return scope !== null && scope !== '' && !scope.split('/').includes('?')
}

/** True when both keys can name the same territory: equal parts, «?» fitting anything, null fitting everything. */
export function scopesFit(first: string | null, second: string | null): boolean {
  if (first === null || second === null || first === second) return true
  const parts = first.split('/')
  const others = second.split('/')
  if (parts.length !== others.length) return false
  return parts.every((part, index) => part === others[index] || part === '?' || others[index] === '?')
}
