/**
 * Texts of the interface through i18next: `t('palette.search')`. Keys are checked by the compiler. English is part of
 * the program and what a missing text falls back to; other languages are loaded when they are wanted (language.ts).
 */
import { createInstance, type i18n as I18n } from 'i18next'
import { withParticles } from '../../shared/texts/particles'
import { en } from './en/en'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: { app: typeof en }
  }
}

export const i18n: I18n = createInstance({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'app',
  resources: { en: { app: en } },
  // React escapes; escaping twice would show `&amp;`.
  interpolation: { escapeValue: false },
  postProcess: ['particles'],
  initAsync: false,
})
i18n.use({ type: 'postProcessor', name: 'particles', process: withParticles })
void i18n.init()

/** The text with that key in the language of the interface, its placeholders filled in. */
export const t = i18n.t.bind(i18n)
