/** Nothing comes in; the search box, which stands in the bar above every screen, gets the keyboard. */

/** From a list of results, or when the box was filled for a person to go on typing. */
export function focusSearchBox(): void {
  document.querySelector<HTMLElement>('[data-testid=search-input]')?.focus()
}
