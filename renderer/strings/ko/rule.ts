/** Pages of rules. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const rule: Korean<typeof en.rule> = {
  looksAt: '검사 대상: {{what}}',
  wrong: '잘못된 예',
  right: '올바른 예',
  fix: '빠른 수정: {{title}}.',
  noFix: '빠른 수정 없음: 사람이 결정해야 합니다.',
  nothing: '이 규칙은 여기에서 아무것도 찾지 못합니다.',
  open: '캔버스에서 열기',
}
