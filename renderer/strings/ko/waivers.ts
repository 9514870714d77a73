/** Waivers. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const waivers: Korean<typeof en.waivers> = {
  title: '문제 면제',
  waive: '면제',
  takeBack: '면제 취소',
  reason: '허용할 수 있는 이유',
  reasonMissing: '검토자가 동의할 수 있도록 이유를 적으세요.',
  author: '면제하는 사람',
  authorMissing: '면제에는 이름이 필요합니다.',
  expires: '기한(비워 둘 수 있음)',
  expiresPlaceholder: 'YYYY-MM-DD',
  expiresWrong: '오늘 이후의 날짜를 YYYY-MM-DD 형식으로 적으세요.',
  hint: '문제는 취소선이 그어진 채 목록과 모든 보고서에 남습니다.',
  by: '{{author}}의 면제: {{reason}}',
  byUntil: '{{author}}의 면제({{date}}까지): {{reason}}',
  ended: '면제가 {{date}}에 끝났습니다.',
  step: '{{rule}} 면제',
}
