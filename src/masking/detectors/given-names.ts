/** Frequent given names of several countries, lower case and without accents; none that is mostly a common word. */
export const givenNames: ReadonlySet<string> = new Set(
  `james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony steven paul andrew
  joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry
  justin scott brandon benjamin samuel gregory alexander patrick raymond jerry dennis tyler aaron jose adam nathan henry
  zachary douglas peter kyle noah ethan jeremy walter keith roger terry austin sean gerald carl harold dylan arthur lawrence
  jordan jesse bryan bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell
  bradley philip eugene oliver liam lucas leo oscar harry charlie alfie freddie archie theo ollie isaac edmund simon neil
  mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly
  emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy kathleen angela shirley
  emma brenda pamela nicole anna samantha katherine christine helen debra rachel carolyn janet maria catherine heather diane
  olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline
  martha madison teresa gloria sara janice ann kathryn abigail sophia frances jean alice judy isabella julia denise amber
  doris marilyn danielle beverly charlotte natalie theresa diana brittany sophie isabelle chloe lucy zoe ella amelia poppy
  hans peter klaus wolfgang jurgen dieter manfred uwe gunter horst heinz helmut gerhard bernd thomas andreas stefan markus
  matthias christian jens sven torsten ralf frank jorg florian tobias sebastian maximilian felix jonas lukas moritz niklas
  ursula monika petra sabine renate karin brigitte ingrid erika andrea gisela claudia susanne gabriele birgit heike kerstin
  katrin anja silke martina ute lena lea mia johanna katharina franziska anke greta frieda
  jean pierre michel andre philippe alain bernard jacques daniel rene claude marcel louis francois henri nicolas laurent
  christophe julien guillaume antoine mathieu thibault hugo gabin marie jeanne francoise monique catherine nathalie isabelle
  sylvie martine nicole valerie sandrine celine aurelie camille manon ines clemence amelie helene brigitte veronique
  antonio jose manuel francisco juan david javier carlos jesus daniel miguel rafael pedro alejandro pablo sergio fernando
  luis jorge alberto alvaro diego adrian raul ivan ruben oscar enrique ramon vicente andres joaquin santiago eduardo
  carmen josefa isabel dolores pilar teresa ana francisca cristina lucia marta elena paula raquel rosario mercedes beatriz
  silvia rocio julia irene alba sofia valentina camila mariana gabriela guadalupe alejandra fernanda
  joao antonio paulo carlos lucas pedro gustavo rodrigo rafael felipe bruno thiago marcelo leonardo guilherme mateus vinicius
  ana maria francisca adriana juliana fernanda patricia aline camila amanda bruna jessica leticia larissa beatriz luana
  giuseppe giovanni antonio mario luigi francesco angelo vincenzo pietro salvatore carlo franco domenico bruno paolo michele
  giorgio marco luca andrea alessandro matteo lorenzo davide simone federico riccardo stefano giulia chiara francesca sara
  federica silvia elisa alessia valentina martina giorgia elena anna rosa angela giovanna lucia caterina
  jan johannes cornelis hendrik willem pieter gerrit jacobus dirk daan sem bram thijs jeroen joost maarten wouter sander
  johanna elisabeth cornelia wilhelmina hendrika anneke marieke femke sanne fleur lotte anouk
  lars anders per nils erik johan mikael fredrik magnus henrik bjorn gustav axel elias ole kjell arne odd leif soren jorgen
  anna eva karin birgitta kristina margareta ingrid astrid solveig liv hanne mette kirsten lene pia freja
  jan andrzej piotr krzysztof stanislaw tomasz pawel jozef marcin marek michal grzegorz jerzy tadeusz adam lukasz zbigniew
  ryszard dariusz henryk mariusz kazimierz wojciech robert mateusz jakub anna katarzyna malgorzata agnieszka krystyna barbara
  ewa elzbieta zofia janina teresa joanna magdalena monika jadwiga danuta irena halina helena beata aleksandra
  ivan dmitri dmitry sergey sergei alexei alexey vladimir nikolai mikhail andrei igor oleg pavel yuri boris olga tatiana
  natalia svetlana irina ekaterina anastasia ludmila galina nadezhda oksana
  mehmet mustafa ahmet huseyin hasan ibrahim ismail osman yusuf murat emre fatma ayse emine hatice zeynep elif merve
  mohammed muhammad mohamed ahmed omar khalid hassan hussein youssef karim tariq fatima aisha khadija layla leila mariam
  amit rahul sanjay vijay rajesh suresh ramesh anil sunil deepak arjun rohan priya neha pooja anjali kavita sunita lakshmi
  wei ming hao hiroshi takashi kenji yuki haruto sakura yoko keiko akira jin soo`
    .split(/\s+/u)
    .filter((name) => name !== ''),
);
