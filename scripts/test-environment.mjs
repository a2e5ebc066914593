/**
 * What tests run in: Node's environment of Jest, but with a global object like any other. Jest's own asks a
 * proxy for every `Math` and `Array` that a line names, which makes tight loops several times slower.
 */
import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

export default class PlainGlobals extends TestEnvironment {
  constructor(...given) {
    const { createContext } = vm;
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(...given);
    } finally {
      vm.createContext = createContext;
    }
  }
}
