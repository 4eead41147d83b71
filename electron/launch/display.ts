/** Takes the environment and platform, tells whether a window can be shown here. */

/** The environment variables looked at. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Windows and macOS always have a desktop; Linux has one when an X11 or Wayland display is named. */
export function hasDisplay(environment: Environment, platform: NodeJS.Platform): boolean {
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(environment.DISPLAY) || Boolean(environment.WAYLAND_DISPLAY)
}

/** Chromium refuses to run its sandbox as root: the flag is needed there and nowhere else. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}
