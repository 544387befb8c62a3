import { actions } from "./scenes/actions.js";
import { carried } from "./scenes/carried.js";
import { choosing } from "./scenes/choosing.js";
import { counters } from "./scenes/counters.js";
import { coverage } from "./scenes/coverage.js";
import { dreams } from "./scenes/dreams.js";
import { handOver } from "./scenes/hand-over.js";
import { factors } from "./scenes/factors.js";
import { interview } from "./scenes/interview.js";
import { join } from "./scenes/join.js";
import { proposals } from "./scenes/proposals.js";
import { question } from "./scenes/question.js";
import { requests } from "./scenes/requests.js";
import { scan } from "./scenes/scan.js";
import { seating } from "./scenes/seating.js";
import { stances } from "./scenes/stances.js";
import { stories } from "./scenes/stories.js";
import { thanks } from "./scenes/thanks.js";
import { themes } from "./scenes/themes.js";
import { timer } from "./scenes/timer.js";

/**
 * Every scene by its name in the contract.
 * @type {Record<string, import("./view.js").Scene>}
 */
export const scenes = {
  join, seating, question, timer, interview, counters, stories, factors, coverage, themes, dreams, choosing, proposals,
  stances, carried, scan, actions, requests, handOver, thanks,
};
