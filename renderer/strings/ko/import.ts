/** Reports of imports. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const imported: Korean<typeof en.import> = {
  done_other: '요소 {{count}}개를 가져왔습니다. 빠진 것은 없습니다.',
  title: '“{{name}}”을(를) 가져왔습니다',
  elements_other: '요소 {{count}}개를 가져왔습니다.',
  dropped_other: '멤버 {{count}}개가 빠졌습니다.',
  kept_other: '{{count}}개는 확인이 필요합니다.',
  more_other: '외 {{count}}개.',
  reading: '{{name}} 읽는 중…',
  slow: {
    what: '파일을 읽는 데 {{seconds}}초 넘게 걸려 중지했습니다.',
    mend: '더 작은 파일로 나누세요.',
  },
  stopped: {
    what: '파일을 다 읽기 전에 끝났습니다.',
    mend: '다시 시도하거나 일부만 가져오세요.',
  },
}
