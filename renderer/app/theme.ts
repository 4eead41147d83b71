/** Colours of the window: a setting comes in, a Fluent theme and the colour of the red thread go out. */
import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
  teamsHighContrastTheme,
} from '@fluentui/react-components'

/** The theme setting as the host stores it. */
export type ThemeSetting = 'system' | 'light' | 'dark' | 'contrast'
/** A theme that can be drawn. */
export type ThemeName = Exclude<ThemeSetting, 'system'>

// Slate instead of Fluent's blue: nothing may compete with the red thread.
const slate: BrandVariants = {
  10: '#040506',
  20: '#15191d',
  30: '#212830',
  40: '#2a343e',
  50: '#33414d',
  60: '#3d4d5b',
  70: '#465a6a',
  80: '#4f6678',
  90: '#5f7588',
  100: '#708597',
  110: '#8295a5',
  120: '#95a5b4',
  130: '#a8b6c2',
  140: '#bbc7d1',
  150: '#cfd8e0',
  160: '#e4eaef',
}

const fontFamilyBase = "'Segoe UI', 'Noto Sans', 'Helvetica Neue', Arial, sans-serif"

/** Extra colours of this program: the thread, its faint wash, and the marker of search matches. */
export interface ChidoTheme extends Theme {
  readonly threadForeground: string
  readonly threadBackground: string
  readonly matchBackground: string
  readonly matchForeground: string
  readonly focusBackground: string
}

const themes: Readonly<Record<ThemeName, ChidoTheme>> = {
  light: {
    ...createLightTheme(slate),
    fontFamilyBase,
    threadForeground: '#A4262C',
    threadBackground: '#FBF1F1',
    matchBackground: '#FFE9A8',
    matchForeground: '#242424',
    focusBackground: '#F0F3F6',
  },
  dark: {
    ...createDarkTheme(slate),
    // The derived link is too dim on dark paper for text (below 4.5 : 1).
    colorBrandForegroundLink: slate[130],
    colorBrandForegroundLinkHover: slate[140],
    colorBrandForegroundLinkPressed: slate[120],
    fontFamilyBase,
    threadForeground: '#F1707B',
    threadBackground: '#3A2426',
    matchBackground: '#6B5A16',
    matchForeground: '#FFFFFF',
    focusBackground: '#2B3138',
  },
  contrast: {
    ...teamsHighContrastTheme,
    fontFamilyBase,
    threadForeground: '#FFFF00',
    threadBackground: '#000000',
    matchBackground: '#1AEBFF',
    matchForeground: '#000000',
    focusBackground: '#000000',
  },
}

/** The theme of a name. */
export const themeOf = (name: ThemeName): ChidoTheme => themes[name]

/** Style values of the extra colours, to use in `makeStyles` beside Fluent's `tokens`. */
export const chidoTokens = {
  threadForeground: 'var(--threadForeground)',
  threadBackground: 'var(--threadBackground)',
  matchBackground: 'var(--matchBackground)',
  matchForeground: 'var(--matchForeground)',
  focusBackground: 'var(--focusBackground)',
} as const satisfies Readonly<Record<Exclude<keyof ChidoTheme, keyof Theme>, string>>
