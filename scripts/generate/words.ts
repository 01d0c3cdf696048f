/** The words names are made of. Subjects are mass nouns, so that they stand in a sentence without an article. */
const list = (text: string) => text.trim().split(/\s*,\s*/);

export const SUBJECTS =
  list(`retrieval, re-ranking, labelling, evaluation, orchestration, monitoring, drift detection, prompting,
fine-tuning, distillation, quantisation, chunking, caching, request routing, tool calling, task planning, forecasting,
anomaly detection, ranking, segmentation, attribution, experimentation, data lineage, data modelling, ingestion, backfilling,
schema design, deployment, model serving, batching, autoscaling, observability, tracing, incident review, governance,
access control, anonymisation, auditing, entity resolution, deduplication, query rewriting, summarisation, classification,
machine translation, speech recognition, image search, feature engineering, feature selection, hyperparameter search,
transfer learning, graph traversal, data versioning, data validation, cost accounting, capacity planning, pair programming,
code review, onboarding, hiring, mentoring`);

export const MODIFIERS =
  list(`online, batch, hybrid, sparse, dense, incremental, federated, streaming, offline, adaptive, layered,
shared, versioned, weakly supervised, causal, contextual, sequential, multi-tenant, event-driven, schema-first,
human-in-the-loop, self-hosted, managed, lightweight, multi-stage, cross-lingual, privacy-preserving, real-time, rule-based,
neural, probabilistic, declarative, serverless, on-device, multimodal, long-context, zero-shot, continuous, centralised,
decentralised`);

export const FIELDS =
  list(`fraud detection, online retail, insurance claims, customer support, logistics, news, banking, energy grids,
clinical notes, legal contracts, travel, recruiting, manufacturing, games, music, public transport, agriculture, real estate,
telecoms, education`);

export const FIRST_NAMES =
  list(`Ada, Amara, Anika, Anton, Aoife, Arjun, Beatriz, Bilal, Bruno, Camille, Carlos, Chiara, Chidi, Dana,
Dmitri, Dorota, Eda, Elif, Emeka, Emil, Esther, Farah, Felix, Femi, Freya, Gabriel, Giulia, Goran, Hana, Hassan, Helena, Hugo,
Ida, Ines, Ivan, Jana, Javier, Jonas, Julia, Kaori, Karim, Katya, Kofi, Lars, Layla, Leila, Leo, Lina, Lucas, Magda, Malik,
Marta, Mateo, Mei, Milan, Mina, Nadia, Naoko, Nikhil, Nils, Noor, Olga, Oscar, Paula, Pedro, Petra, Priya, Rafael, Rania, Ravi,
Rosa, Samir, Sanne, Sara, Sofia, Stefan, Tariq, Tessa, Tomas, Uma, Vera, Viktor, Wanjiru, Xenia, Yara, Yusuf, Zofia, Zuri`);

export const LAST_NAMES =
  list(`Adeyemi, Alvarez, Andersen, Antonov, Bakker, Banerjee, Barros, Becker, Bianchi, Bondar, Castro, Chowdhury,
Costa, Dahl, Demir, Diallo, Dvorak, Eriksen, Fischer, Fontaine, Fujita, Galli, Garcia, Gruber, Haddad, Hansen, Horvat, Ibrahim,
Ito, Ivanova, Jansen, Jensen, Kaya, Keller, Khan, Kim, Kovacs, Kowalska, Larsen, Laurent, Lindqvist, Lopez, Mancini, Martins,
Mehta, Mensah, Meyer, Moreau, Mwangi, Nakamura, Nguyen, Nowak, Okafor, Olsen, Osei, Papadaki, Park, Patel, Pereira, Petrov, Popa,
Quispe, Rahman, Ramos, Rossi, Sato, Schmidt, Sharma, Silva, Singh, Sokolov, Tanaka, Torres, Traore, Ueda, Varga, Vogel, Wagner,
Weber, Wolski, Yamada, Yilmaz, Zhang, Ziegler`);

export const ROLES =
  list(`data engineer, machine-learning engineer, head of data, staff engineer, data scientist, research engineer,
analytics engineer, product manager, founder, co-founder, chief technology officer, consultant, platform lead, search engineer,
team lead, professor, developer advocate, freelancer`);

export const CRITERIA: readonly (readonly [title: string, question: string, summary: string])[] = [
  ['Freshness', 'How soon must a change show?', 'How old an answer may be before it misleads somebody.'],
  ['Latency', 'How long may an answer take?', 'The time between a question and the last word of its answer.'],
  ['Running cost', 'What does each request cost?', 'What is paid again with each use, in money and in machines.'],
  ['Control', 'Who can change or stop it?', 'How much of the behaviour stays in the hands of the team.'],
  ['Traceability', 'Can an answer be followed to its source?', 'Whether somebody can check where a result came from.'],
  [
    'Upfront effort',
    'What must be built before the first result?',
    'The work and data needed before anything can be shown.',
  ],
  ['Maintenance', 'Who looks after it in a year?', 'What must be watched, repaired and renewed once it runs.'],
  ['Accuracy', 'How often is it right?', 'How often results hold up when somebody reads them.'],
  ['Privacy', 'Whose data leaves the house?', 'What is learnt about people, and by whom.'],
  ['Team skills', 'Who can build it today?', 'What the people who are there already know how to do.'],
  ['Scale', 'What happens at ten times the load?', 'How behaviour and cost change as use grows.'],
  ['Robustness', 'What happens when an input surprises it?', 'How it behaves at the edges of what was planned.'],
];

const STARTS = list(
  'Al, Bel, Cor, Dav, El, Fal, Gar, Hel, Ist, Jar, Kel, Lum, Mer, Nor, Or, Pel, Quan, Rav, Sol, Tel, Um, Ver, Wol, Zan',
);
const MIDDLES = list('a, e, i, o, u, an, en, in, or, ar, er, ol, al, is, us');
const ENDS = list(
  'bit, cast, dex, dra, flow, gen, grid, lane, lytic, mesh, mind, nova, path, quil, ra, rix, sight, stack, tera, via, wave, yard',
);

/** Made-up names, 7,920 of them, for organisations, tools and shows: text needs rare words as well as common ones. */
export function madeUpName(number: number): string {
  // A stride without a common factor with the total walks through all names in a mixed order.
  const place = (number * 3607) % (STARTS.length * MIDDLES.length * ENDS.length);
  const start = STARTS[place % STARTS.length];
  const middle = MIDDLES[Math.floor(place / STARTS.length) % MIDDLES.length];
  const end = ENDS[Math.floor(place / (STARTS.length * MIDDLES.length))];
  return `${start}${middle}${end}`;
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
