/** Sets up i18next with both dictionaries; out come the hook components take their words from and the language. */
import i18next, { type TFunction } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language } from '../../shared/wording/language.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof vi }
  }
}

/** Makes the dictionaries ready; both ship with the program, so this is immediate. */
export async function startLanguage(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'vi',
    resources: { vi: { translation: vi }, en: { translation: en } },
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  })
}

/** Switches the language of the whole window. */
export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

/** The words (`t`) and the language, for tables of `shared/wording`. */
export function useWords(): { readonly t: TFunction; readonly language: Language } {
  const { t, i18n } = useTranslation()
  return { t, language: i18n.language === 'en' ? 'en' : 'vi' }
}
