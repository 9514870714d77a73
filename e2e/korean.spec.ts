/** The whole window in Korean and back, while a design is open: nothing of it is lost on the way. */
import { expect, test } from './app'

const HANGUL = /[가-힣]/

/** A Fargate task definition whose CPU and memory don't go together. */
const elements = {
  shop: { kind: 'cluster', spec: { clusterName: 'shop' } },
  api: {
    kind: 'service',
    spec: { serviceName: 'api', cluster: '@{shop}', taskDefinition: '@{app}', launchType: 'FARGATE' },
  },
  app: {
    kind: 'task-definition',
    spec: {
      family: 'app',
      cpu: '512',
      memory: '9216',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      containerDefinitions: [{ name: 'app', image: 'nginx' }],
    },
  },
}
const layout = { shop: { x: 0, y: 0 }, api: { x: 24, y: 60 }, app: { x: 400, y: 0 } }

test('the window speaks Korean and English', async ({ app, page }) => {
  await app.openDesign(elements, layout)
  await page.keyboard.press('Control+Shift+M')
  await app.select('app')
  const view = await page.locator('.react-flow__viewport').getAttribute('style')

  await test.step('switch in the status bar', async () => {
    await page.getByRole('button', { name: 'Language: English' }).click()
    await page.getByRole('menuitem', { name: '한국어' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
    await expect(page.getByRole('button', { name: '언어: 한국어' })).toBeFocused()
  })
  await test.step('view and selection are as they were', async () => {
    await expect(page.locator('.react-flow__viewport')).toHaveAttribute('style', view ?? '')
    await expect(app.node('app')).toHaveClass(/selected/)
  })
  await test.step('menus', async () => {
    await page.getByRole('banner').getByRole('button', { name: '파일', exact: true }).click()
    await expect(page.getByRole('menuitem', { name: '저장 Ctrl+S' })).toBeVisible()
    await page.keyboard.press('Escape')
  })
  await test.step('the palette, searched by initials', async () => {
    await page.getByRole('searchbox', { name: '요소 검색' }).fill('ㅌㅅㅋ')
    await expect(page.locator('[data-palette="task-definition"]')).toHaveText('태스크 정의')
    await page.getByRole('searchbox', { name: '요소 검색' }).fill('')
  })
  await test.step('problems and their fixes', async () => {
    const problem = page
      .getByRole('grid', { name: '문제' })
      .getByRole('row')
      .filter({ hasText: 'fargate-cpu-memory' })
    await expect(problem.locator('.problems-message')).toHaveText(HANGUL)
    await expect(problem.getByRole('button', { name: /^수정: .*[가-힣]/ })).toBeVisible()
  })
  await test.step('the inspector', async () => {
    await expect(page.getByRole('region', { name: '속성' })).toContainText('태스크 정의')
  })
})

test('the language is remembered, and can be switched in the menu', async ({ app, page }) => {
  await app.menu('View', 'Language: 한국어 (Korean)')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await app.reload()
  await expect(page.getByRole('button', { name: '열기', exact: true })).toBeVisible()
  await app.menu('보기', '언어: English (영어)')
  await expect(page.getByRole('banner').getByRole('button', { name: 'File', exact: true })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test.describe('on a Korean system', () => {
  test.use({ locale: 'ko-KR' })

  test('the first window is in Korean', async ({ page }) => {
    await page.goto('/')
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
    await expect(page.getByRole('heading', { name: 'ECS 아키텍처 그리기' })).toBeVisible()
  })
})
