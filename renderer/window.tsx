import { useEffect, useRef, useSyncExternalStore } from 'react'
import { I18nProvider } from 'react-aria-components'
import { App } from './app'
import { focusLanguage } from './bars/language-menu'
import { language, onLanguage } from './strings/language'

/** The window in the language of the interface. Texts are plain calls, so another language draws it all anew. */
export function Window() {
  const shown = useSyncExternalStore(onLanguage, language)
  const before = useRef(shown)
  useEffect(() => {
    // What had the focus is gone; the language's own button says what happened.
    if (before.current !== shown) focusLanguage()
    before.current = shown
  }, [shown])
  return (
    <I18nProvider locale={shown === 'ko' ? 'ko-KR' : 'en-US'}>
      <App key={shown} />
    </I18nProvider>
  )
}
