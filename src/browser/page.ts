import './citation-preview.ts';
import './code-copy.ts';
import './list-filter.ts';
import './moment-player.ts';
import './theme-switch.ts';
