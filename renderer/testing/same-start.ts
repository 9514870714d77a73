/** Test files share their modules: what a test changes for the whole window is put back after it. */
import { afterEach } from 'vitest'
import { i18n } from '../strings/strings'

afterEach(async () => {
  if (i18n.language !== 'en') await i18n.changeLanguage('en')
})
