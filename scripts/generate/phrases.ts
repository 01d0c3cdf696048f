/** The pieces sentences are put together from. A slot such as `{gain}` takes one of its phrases; `{A}` and `{B}` are subjects. */
const list = (text: string) => text.trim().split(/\s*\n\s*/);

export const PHRASES: Record<string, readonly string[]> = {
  gain: list(`shorter waits for the reader\na smaller bill\nanswers that can be checked\nfewer pages to keep in step
    a calmer on-call week\nfaster experiments\na clear owner for each number\nless code to read\nroom to change the model later
    results that survive a reorganisation\na first version within days\nevidence that a lawyer accepts`),
  price:
    list(`a second copy of the data\na pipeline that somebody must watch\nslower releases\nmore meetings about names
    a harder first month\nlonger tests\na dependency on one supplier\nrare failures that are hard to repeat
    a larger index\nskills the team does not have yet\nanswers that are a day old\na weekly round of labelling`),
  condition: list(`the data changes every week\nnobody owns the source tables\nthe team is smaller than five people
    the same question comes back each month\nwrong answers cost money\nthe load arrives in bursts\nlegal wants a trail
    most documents are short\nusers write in several languages\nthe budget is fixed for a year\nlabels are scarce
    the model is called from three products\nthe answer must be shown within a second\nhalf of the inputs are scans
    the first version has shown that people use it\nexperts disagree about the right answer`),
  before:
    list(`anybody has read fifty examples by hand\nthe metric is agreed\nthere is a baseline to beat\nthe logs are kept
    the schema is written down\na single user has asked for it\nthe old system is switched off\nthe data has an owner`),
  trouble:
    list(`two systems that disagree\na dashboard nobody opens\na backlog of exceptions\nnumbers that cannot be explained
    a rewrite within the year\nsilent errors in a tenth of the records\na queue that never empties
    a model that is right for the wrong reason\nalerts that everybody mutes`),
  metric:
    list(`the cost of a request\nthe time to a first answer\nthe share of tickets passed on to a person\nthe error rate
    the time from question to chart\nthe number of duplicates\nthe length of a release\nthe volume of labels they had to buy
    the share of empty results\nthe nightly run`),
  doing: list(`keeping each decision beside the record it was made on\nanswering from what was looked up a moment ago
    deciding at write time what a reader may see\ncomparing every change with a fixed set of examples
    splitting one large step into several that can be tested alone\nasking a person whenever the score falls in the middle
    storing the question together with the answer\ncounting what users do instead of what they say
    treating the configuration as code that is reviewed`),
  purpose:
    list(`a mistake can be traced to its cause\nnew colleagues find their way\nthe next team does not start from nothing
    the bill stays in proportion to the use\na bad release can be taken back within minutes
    experts spend their hours on hard cases only\nresults stay comparable from one quarter to the next`),
  small:
    list(`a notebook on one laptop\na spreadsheet with macros\na cron job\na list of rules\nan afternoon of scripting
    a single query\na channel where people asked for numbers\na prototype for one customer`),
  large: list(`a service with its own team\nthe busiest table of the company\na product that is sold on its own
    the standard for a dozen teams\na platform with forty users\nthe part nobody dares to switch off`),
  future:
    list(`be a feature of every database\nbe done by the tools rather than by a team\nmatter less than the data behind it
    be bought rather than built\nmove on to the device of the user\nbe checked by a regulator\nbe a course in every degree
    look as quaint as writing one's own sort`),
  action: list(`write ten questions down that the system must answer\nmeasure the present process for a week
    read a random sample of failures together\nfreeze the inputs before changing the model\ntake the slowest step out first
    give each output a link to its source\nname one person who may say no\nship to a single team and listen
    keep the old path running beside the new one\nlet the people who label see the results`),
  observer: list(
    `Support staff\nAuditors\nNew hires\nCustomers\nThe finance team\nAnalysts\nResearchers\nProduct managers`,
  ),
  notice: list(`notice within a week\nrarely notice at all\nask about it first\ntrust it after the third correct answer
    forgive slowness sooner than errors\nlearn to work around it\nwant to see the source\ncompare it with what they had`),
};

export const CLAIM_SENTENCES: Record<string, readonly string[]> = {
  definition:
    list(`{A} means {doing}, so that {purpose}.\nWhat the guest calls {A} is {doing}; the rest is a matter of tools.
    By {A} they understand {doing}, whether or not a model takes part.`),
  rule: list(`Take up {A} only once {condition}; before that, {action}.\nWhen {condition}, {action} before any work on {A} begins.
    {A} comes after {B}, never in its place; where {condition}, both are needed.\nAs long as {condition}, {A} should stay as simple as it can be.`),
  tradeoff: list(`{A} buys {gain} at the price of {price}, which is worth it when {condition}.
    Against {B}, {A} offers {gain} and asks for {price}.\nWith {A} a team pays once with {price}; with {B} it pays with each request.`),
  pitfall:
    list(`Teams that turn to {A} before {before} end up with {trouble}.\n{A} fails quietly where {condition}, and leaves {trouble}.
    Copying {A} from a larger company led to {trouble}, since {condition}.`),
  result: list(`After the move to {A}, {org} brought down {metric} by {percent} per cent within {months} months.
    At {org}, {A} changed {metric} by {percent} per cent, most of it in the first weeks.
    {org} measured {metric} before and after {A} and found {percent} per cent less.`),
  example: list(`At {org}, {A} began as {small} and became {large}.\n{org} uses {A} beside {B}, because {condition}.
    A project on {A} at {org} started with {small}; what helped was to {action}.`),
  prediction: list(`Within {years} years {A} will {future}.\n{A} will {future} once {condition}.
    Ten years from now {B} will still be there, while {A} will {future}.`),
};

export const PROSE_SENTENCES = list(`{A} means {doing}, so that {purpose}.\nMost teams meet it through {small}.
  It brings {gain}, and it asks for {price}.\nWhere {condition}, the usual advice is to {action}.
  It sits next to {B}, and the two are often taken for one another.\nWithout it, a team tends to end up with {trouble}.
  {observer} {notice}.\nThe first sign of trouble is {trouble}.\nThe effect shows in {metric} sooner than in anything else.
  Several guests tell the same story, from {small} to {large}.\nNobody should begin before {before}.
  Compared with {B}, the attraction is {gain}; the drawback is {price}.\nOne suggestion is to {action}, and to look at {metric} again a month later.
  Opinions differ on whether it will {future}.\nAt {org}, the turning point came when {condition}.
  It is easy to confuse with {B}, which is about {doing}.\nA good test is to ask whether {purpose}.
  The cost is plain, {price}; the benefit takes longer to see.\nIf {condition}, {B} may be the better place to start.
  {org} reports {percent} per cent off {metric}, in {months} months.`);

export const HEADINGS =
  list(`What it is for\nWhere guests agree\nWhere they differ\nCommon mistakes\nHow to begin\nWhat it costs
  When to leave it out\nHow to measure it\nA worked example\nWhat changes at scale\nWho looks after it\nQuestions to ask first`);

export const CHAPTER_TITLES = list(`Opening and topic\nHow the guest came to the field\nWhat {A} is\nWhy {A} matters now
  Common mistakes with {A}\n{A} compared with {B}\nWhen {A} is too much\nMeasuring {A}\nThe cost of {A}\nA project with {A}
  Who should own {A}\n{A} in small teams\nQuestions on {B}\nWhat comes after {A}`);
