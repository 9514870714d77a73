/** What Fairlead is made with: names of works and of licences. AWS’s terms for its icons are told in words. */
export const CREDITS: readonly (readonly [name: string, licence: string | undefined, url: string])[] = [
  ['AWS Architecture Icons', undefined, 'https://aws.amazon.com/architecture/icons/'],
  ['Electron', 'MIT', 'https://www.electronjs.org'],
  ['React', 'MIT', 'https://react.dev'],
  ['React Flow', 'MIT', 'https://reactflow.dev'],
  ['Eclipse Layout Kernel (elkjs)', 'EPL-2.0', 'https://github.com/kieler/elkjs'],
  ['React Aria', 'Apache-2.0', 'https://react-spectrum.adobe.com/react-aria/'],
  ['CodeMirror', 'MIT', 'https://codemirror.net'],
  ['Zod', 'MIT', 'https://zod.dev'],
  ['Immer', 'MIT', 'https://immerjs.github.io/immer/'],
  ['Zustand', 'MIT', 'https://zustand.docs.pmnd.rs'],
  ['Lucide', 'ISC', 'https://lucide.dev'],
  ['Pretendard', 'OFL-1.1', 'https://github.com/orioncactus/pretendard'],
  ['JetBrains Mono', 'OFL-1.1', 'https://www.jetbrains.com/lp/mono/'],
]
