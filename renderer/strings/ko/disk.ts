/** The document’s file was changed by another program. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const disk: Korean<typeof en.disk> = {
  changed: '다른 프로그램이 {{name}} 파일을 변경했습니다.',
  changedBoth: '다른 프로그램이 {{name}} 파일을 변경했으며 저장하지 않은 변경 사항이 있습니다.',
  unreadable: '다른 프로그램이 {{name}} 파일을 변경하여 더 이상 읽을 수 없습니다.',
  gone: '{{name}} 파일이 더 이상 없습니다. 저장하면 새로 만듭니다.',
  review: '검토…',
  reload: '다시 불러오기',
  title: '다른 프로그램이 {{name}} 파일을 변경했습니다',
  leadBoth:
    '설계를 변경하는 동안 다른 프로그램이 파일을 변경했습니다. 마지막으로 저장한 내용과 각각 비교하세요.',
  lead: '파일을 연 이후 다른 프로그램이 변경했습니다. 저장하지 않은 변경 사항은 없습니다.',
  leadNoBase: '파일이 작업을 시작했을 때와 다릅니다. 파일과 내 설계의 차이는 다음과 같습니다.',
  mine: '내 변경 사항',
  theirs: '파일의 변경 사항',
  between: '파일에서 내 설계로',
  nothing: '위치나 모양만 다릅니다. 구성은 같습니다.',
  clean: '병합하면 양쪽을 모두 반영합니다. 서로 다르게 변경한 값은 없습니다.',
  clashes_other:
    '병합하면 양쪽을 모두 반영합니다. 서로 다르게 변경한 값 {{count}}개는 병합 후 하나씩 선택합니다.',
  safe: '모두 되돌릴 수 있습니다. 파일의 내용을 가져오거나 병합한 것은 되돌리기로, 내 내용을 유지한 것은 파일 › 이전 버전에서 되돌립니다.',
  keepMine: '내 내용 유지',
  takeTheirs: '파일의 내용 가져오기',
  merge: '병합',
  merged: '충돌 없이 병합했습니다.',
  unreadableTitle: '{{name}} 파일을 더 이상 읽을 수 없습니다',
  unreadableLead: '설계는 온전하게 열려 있으며 영향을 받지 않았습니다.',
  unreadableKeep: '내 내용을 유지하면 파일의 현재 내용을 바꿉니다. 바뀐 내용은 파일 › 이전 버전에 남습니다.',
  step: { theirs: '{{name}} 가져오기', merge: '{{name}} 병합' },
}
