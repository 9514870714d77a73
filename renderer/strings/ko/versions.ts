/** Earlier versions of the document’s file. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const versions: Korean<typeof en.versions> = {
  title: '{{name}}의 이전 버전',
  list: '버전',
  none: '아직 이전 버전이 없습니다.',
  noneHint: '저장할 때마다 파일의 이전 내용을 보관합니다. 최근 3개와 시간별, 일별 버전이 남습니다.',
  reading: '읽는 중…',
  from: '{{when}} 버전에서 현재 설계로 바뀐 내용',
  restore: '복원',
  restoreHint: '복원은 되돌리기로 취소할 수 있는 한 단계입니다. 저장해야 파일이 변경됩니다.',
  copy: '사본으로 열기',
  copyName: '{{name}} ({{when}})',
  same: '이 버전은 현재 설계와 같습니다.',
  step: '{{when}} 버전 복원',
  restored: '복원했습니다. 저장해야 파일이 변경됩니다.',
}
