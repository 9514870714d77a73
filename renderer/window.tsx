import { useSyncExternalStore } from 'react'
import { I18nProvider } from 'react-aria-components'
import { App } from './app'
import { language, onLanguage } from './strings/language'

/** The window in the language of the interface. Texts are plain calls, so another language draws it all anew. */
export function Window() {
  const shown = useSyncExternalStore(onLanguage, language)
  return (
    <I18nProvider locale={shown === 'ko' ? 'ko-KR' : 'en-US'}>
      <App key={shown} />
    </I18nProvider>
  )
}
