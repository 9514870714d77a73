/** Texts of the interface through i18next: `t('palette.search')`. Keys are checked by the compiler. */
import { createInstance } from 'i18next'
import { en } from './en/en'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: { app: typeof en }
  }
}

const i18n = createInstance({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'app',
  resources: { en: { app: en } },
  // React escapes; escaping twice would show `&amp;`.
  interpolation: { escapeValue: false },
  initAsync: false,
})
void i18n.init()

export const t = i18n.t.bind(i18n)
