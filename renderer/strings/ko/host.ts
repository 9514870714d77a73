/** Files and the browser host. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const host: Korean<typeof en.host> = {
  design: 'Fairlead 설계',
  browser: '브라우저',
  thisBrowser: '이 브라우저',
  noPickers:
    '이 브라우저는 열린 파일에 쓸 수 없습니다. 저장하면 새 사본이 다운로드되고, 최근 파일 목록은 비어 있습니다.',
  noShell: '파일을 두 번 클릭해도 여기에서 열리지 않습니다. 창에 끌어다 놓거나 열기를 사용하세요.',
  replace: '폴더에 {{names}}이(가) 이미 있습니다. 바꾸시겠습니까?',
  tooBig: {
    what: '파일이 {{size}} MiB입니다. 최대 {{limit}} MiB까지 열 수 있습니다.',
    mend: '더 작은 파일을 선택하거나 파일을 나누세요.',
  },
  gone: { what: '파일이 더 이상 없습니다.', mend: '“열기…”로 다시 선택하세요.' },
  read: { what: '파일을 읽을 수 없습니다.', mend: '“열기…”로 다시 선택하세요.' },
  write: {
    what: '파일에 쓸 수 없습니다.',
    mend: '“다른 이름으로 저장…”으로 다른 곳에 저장하세요. 변경 사항은 저장되지 않은 채 열려 있습니다.',
  },
  refused: {
    what: '브라우저에 이 파일을 사용할 권한이 없습니다.',
    mend: '다시 시도하여 허용하거나 다른 곳에 저장하세요.',
  },
  noGrant: { what: '저장할 파일이 없습니다.', mend: '“다른 이름으로 저장…”을 사용하세요.' },
  changed: {
    what: '다른 프로그램이 파일을 변경했습니다. 바뀐 내용을 덮어쓰지 않았습니다.',
    mend: '양쪽을 비교한 후 내 내용을 유지하거나 상대 내용을 가져오거나 병합하세요.',
  },
  notRecent: { what: '이 파일은 더 이상 목록에 없습니다.', mend: '“열기…”로 선택하세요.' },
  picture: {
    what: '이 설계는 그림에서 열었습니다. 덮어쓰면 그림이 사라집니다.',
    mend: '“다른 이름으로 저장…”을 사용하세요.',
  },
}
