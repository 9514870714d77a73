/** Drawing lines. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const connect: Korean<typeof en.connect> = {
  meaning: '이 연결은 무엇을 뜻합니까?',
  refused: '이 연결은 그릴 수 없습니다',
}
