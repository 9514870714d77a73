/** Automatic layout: what it is called as things are, and how it goes. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const arranging: Korean<typeof en.arranging> = {
  everything: '자동 정렬',
  selection: '선택 항목 자동 정렬',
  frame: '{{name}} 안쪽 자동 정렬',
  title: '정렬하는 중…',
  progress: '정렬하는 중: 요소 {{total}}개 중 {{done}}개',
  done_other: '자동 정렬로 요소 {{count}}개를 옮겼습니다.',
  same: '모든 요소가 이미 제자리에 있습니다.',
  cancelled: '자동 정렬을 취소했습니다. 바뀐 것은 없습니다.',
  outdated: '정렬하는 동안 설계가 바뀌어 아무것도 옮기지 않았습니다.',
  outdatedHint: '준비되면 다시 정렬하세요.',
  failed: '설계를 정렬할 수 없습니다. 바뀐 것은 없습니다.',
}
