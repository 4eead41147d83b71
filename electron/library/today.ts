/** The clock in, the day it is where the person sits out: in Vietnam the day begins seven hours before that of UTC. */

/** Today as `YYYY-MM-DD`. */
export function today(now: Date = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
