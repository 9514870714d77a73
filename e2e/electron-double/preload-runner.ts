/** Runs the built preload script in a Chromium page, as a sandboxed one runs in Electron: with one module to require. */

/** The name under which the double finds its own end in the page; not enumerable there. */
export const DELIVER = '__electronDoubleDeliver'
/** The binding through which the page reaches the double; taken off the page before the app's code runs. */
export const BINDING = '__electronDouble'

/** The script that the page runs before its own. */
export function preloadScript(preload: string): string {
  return `(() => {
  if (window !== window.top) return
  const reach = window[${JSON.stringify(BINDING)}]
  delete window[${JSON.stringify(BINDING)}]
  const listeners = new Map()
  Object.defineProperty(window, ${JSON.stringify(DELIVER)}, {
    value: (channel, args) => (listeners.get(channel) ?? []).forEach((listener) => listener({}, ...args)),
  })
  const electron = {
    contextBridge: {
      exposeInMainWorld: (key, api) => Object.defineProperty(window, key, { value: Object.freeze(api) }),
    },
    ipcRenderer: {
      invoke: (channel, ...args) => reach('invoke', channel, args),
      send: (channel, ...args) => void reach('send', channel, args),
      on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    },
    webUtils: { getPathForFile: () => '' },
  }
  const require = (name) => {
    if (name === 'electron') return electron
    throw new Error('A sandboxed preload script can not require ' + name)
  }
  const module = { exports: {} }
  ;((require, module, exports) => {
${preload}
  })(require, module, module.exports)
})()`
}
