/** Importing: what would come of it, and what came of it. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const imported: Korean<typeof en.import> = {
  title: '{{name}} 가져오기',
  titleMany_other: '파일 {{count}}개 가져오기',
  action: '가져오기',
  step: '가져오기',
  where: '가져올 위치',
  asNew: '새 설계',
  into: '“{{name}}” 안으로',
  change: '새로 추가 {{added}}, 변경 {{updated}}, 이미 있음 {{unchanged}}',
  files: '파일',
  noFormat: '인식되지 않음',
  contents: '요소',
  nothing: '요소가 된 것이 없습니다.',
  report: '처리 결과',
  mapped: '변환됨',
  mappedMeans: '요소, 연결 또는 그 값이 됩니다.',
  mappedNone: '요소가 된 것이 없습니다.',
  kept: '작성된 그대로 유지',
  keptMeans: '작성된 그대로 설계에 들어가고 그대로 내보내지지만, 확인이 필요합니다.',
  keptNone: '확인이 필요한 것이 없습니다.',
  dropped: '제외됨',
  droppedMeans: '설계에 들어가지 않습니다.',
  droppedNone: '제외되는 것이 없습니다.',
  done_other: '요소 {{count}}개를 가져왔습니다.',
  joined: '가져왔습니다. 새로 추가 {{added}}, 변경 {{updated}}.',
  nothingNew: '모든 내용이 이미 설계에 있습니다.',
  emptyFolder: '폴더에 가져올 수 있는 파일이 없습니다.',
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
