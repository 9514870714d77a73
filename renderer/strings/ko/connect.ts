/** Drawing lines. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const connect: Korean<typeof en.connect> = {
  meaning: '이 연결은 무엇을 뜻합니까?',
  refused: '이 연결은 그릴 수 없습니다',
  insideEachOther: '서로의 안에 그려지는 요소입니다. 하나를 다른 하나 안으로 끌어다 놓으세요.',
  from: {
    left: '왼쪽에서 연결',
    right: '오른쪽에서 연결',
    top: '위쪽에서 연결',
    bottom: '아래쪽에서 연결',
  },
}
