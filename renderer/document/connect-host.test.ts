import { expect, test, vi } from 'vitest'
import { ko } from '../strings/ko/ko'
import { i18n } from '../strings/strings'
import { testApp } from '../testing/app'
import { connectHost } from './connect-host'

test('the native menu is sent again in another language', async () => {
  vi.stubGlobal('document', { title: '', addEventListener: () => undefined })
  vi.stubGlobal('window', { addEventListener: () => undefined })
  const app = await testApp()
  connectHost(app)
  expect(app.host.menu.map(({ label }) => label)).toContain('Edit')
  i18n.addResourceBundle('ko', 'app', ko)
  await i18n.changeLanguage('ko')
  expect(app.host.menu.map(({ label }) => label)).toContain('편집')
})
