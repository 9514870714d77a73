/** Drawing lines. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const connect: Korean<typeof en.connect> = {
  meaning: '이 연결은 무엇을 뜻합니까?',
  refused: '이 연결은 그릴 수 없습니다',
  meanings: '이 연결에는 {{count}}가지 뜻이 있습니다',
  nothingToConnect: '아직 연결할 수 있는 요소가 없습니다.',
  walkTitle: '키보드로 연결',
  walkFrom: '“{{name}}” 연결',
  walkArrows: '선택',
  walkTab: '다음',
  walkEnter: '연결',
  walkEscape: '나가기',
  walkBegun_other:
    '“{{name}}” 연결: 연결할 수 있는 요소 {{count}}개. 화살표로 선택하고 Enter로 연결하며 Escape로 나갑니다.',
  walked: '{{name}}: {{what}}, {{count}}개 중 {{at}}번째',
  walkLeft: '연결하지 않았습니다',
  insideEachOther: '서로의 안에 그려지는 요소입니다. 하나를 다른 하나 안으로 끌어다 놓으세요.',
  from: {
    left: '왼쪽에서 연결',
    right: '오른쪽에서 연결',
    top: '위쪽에서 연결',
    bottom: '아래쪽에서 연결',
  },
}
