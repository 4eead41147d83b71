/** Takes the library's answers, marks those that describe the sample library: only the host knows which one it made. */
import { succeed } from '../../shared/contract/result.ts'
import { libraryStatus } from '../../shared/contract/views.ts'
import type { LibraryClient } from './libraryClient.ts'

/** The same library, with `isSample` true in the status of the library in `sampleFolder`. */
export function markSample(
  library: Pick<LibraryClient, 'invoke'>,
  sampleFolder: string,
): Pick<LibraryClient, 'invoke'> {
  return {
    invoke: async (method, params) => {
      const result = await library.invoke(method, params)
      if (!result.ok || (method !== 'library.open' && method !== 'library.status')) return result
      const status = libraryStatus.parse(result.value)
      return succeed({ ...status, isSample: status.folder === sampleFolder })
    },
  }
}
