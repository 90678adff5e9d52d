/**
 * What is known of extensions that are distributed on their own: their column types, and by what they give the functions
 * that views call. Nobody has reviewed those: what they give is opaque.
 */
export interface ForeignExtension {
  readonly types: readonly string[];
  /** Names with spaces between them, by the type that they give: one of `types`, or a built-in one. */
  readonly functions?: Readonly<Record<string, string>>;
}

const postgis: ForeignExtension = {
  types: ['geometry', 'geography', 'box2d', 'box3d'],
  functions: {
    geometry: `st_addpoint st_boundary st_buffer st_buildarea st_centroid st_closestpoint st_clusterwithin st_collect
      st_collectionextract st_concavehull st_convexhull st_curvetoline st_delaunaytriangles st_difference st_endpoint
      st_envelope st_expand st_exteriorring st_flipcoordinates st_force2d st_force3d st_generatepoints st_geogfromtext
      st_geomcollfromtext st_geometryfromtext st_geometryn st_geomfromewkb st_geomfromewkt st_geomfromgeojson
      st_geomfromtext st_geomfromwkb st_interiorringn st_intersection st_line_interpolate_point st_linefromtext
      st_lineinterpolatepoint st_linemerge st_linesubstring st_makeenvelope st_makeline st_makepoint st_makepolygon
      st_makevalid st_memunion st_multi st_node st_normalize st_offsetcurve st_point st_pointfromtext st_pointn
      st_pointonsurface st_polygon st_polygonfromtext st_polygonize st_project st_reduceprecision st_removepoint
      st_reverse st_rotate st_scale st_segmentize st_setpoint st_setsrid st_shiftlongitude st_shortestline st_simplify
      st_simplifypreservetopology st_snap st_snaptogrid st_split st_startpoint st_subdivide st_symdifference st_tileenvelope
      st_transform st_translate st_unaryunion st_union st_voronoipolygons st_wrapx st_asmvtgeom`,
    box2d: 'st_extent st_estimatedextent box2d',
    box3d: 'st_3dextent box3d',
    text: `st_asencodedpolyline st_asewkt st_asgeojson st_asgml st_ashexewkb st_askml st_aslatlontext st_assvg st_astext
      st_geohash st_geometrytype st_isvalidreason st_relate st_summary geometrytype postgis_full_version postgis_version`,
    bytea: 'st_asbinary st_asewkb st_asmvt st_asgeobuf st_astwkb',
    float8: `st_3ddistance st_3dlength st_angle st_area st_azimuth st_distance st_distancesphere st_distancespheroid
      st_frechetdistance st_hausdorffdistance st_length st_length2d st_lengthspheroid st_linelocatepoint st_m
      st_maxdistance st_minimumclearance st_perimeter st_x st_xmax st_xmin st_y st_ymax st_ymin st_z st_zmax st_zmin`,
    int4: `st_clusterdbscan st_clusterkmeans st_dimension st_npoints st_nrings st_numgeometries st_numinteriorrings
      st_numpoints st_srid`,
    bool: `st_3dintersects st_contains st_containsproperly st_coveredby st_covers st_crosses st_disjoint st_dwithin
      st_dfullywithin st_equals st_intersects st_isclosed st_iscollection st_isempty st_isring st_issimple st_isvalid
      st_orderingequals st_overlaps st_pointinsidecircle st_touches st_within`,
  },
};

/** Languages, hooks, functions, and those of contrib that the built-in objects leave out: no table, no type for columns. */
const without = `adminpack amcheck autoinc bloom bool_plperl bool_plperlu dict_int dict_xsyn file_fdw hstore_plperl hstore_plperlu
  hstore_plpython3u hypopg index_advisor insert_username intagg jsonb_plperl jsonb_plperlu jsonb_plpython3u
  ltree_plpython3u moddatetime old_snapshot pageinspect pg_bigm pg_buffercache pg_freespacemap pg_hint_plan
  pg_jsonschema pg_logicalinspect pg_net pg_overexplain pg_prewarm pg_qualstats pg_repack pg_stat_kcache
  pg_stat_monitor pg_surgery pg_visibility pg_wait_sampling pg_walinspect pgaudit pgjwt pgrowlocks pgstattuple
  plcoffee plls plperl plperlu plpgsql plpgsql_check plpython3u pltcl pltclu plv8 refint rum sslinfo system_stats tcn
  tsm_system_rows tsm_system_time wrappers`;

const extensions: Readonly<Record<string, ForeignExtension>> = {
  postgis,
  postgis_raster: { types: ['raster'] },
  vector: {
    types: ['vector', 'halfvec', 'sparsevec'],
    functions: {
      vector: 'l2_normalize subvector',
      float8: 'cosine_distance inner_product l1_distance l2_distance l2_norm vector_norm hamming_distance jaccard_distance',
      int4: 'vector_dims',
    },
  },
  hll: { types: ['hll'], functions: { hll: 'hll_add hll_add_agg hll_empty hll_union hll_union_agg', float8: 'hll_cardinality' } },
  ip4r: { types: ['ip4', 'ip4r', 'ip6', 'ip6r', 'ipaddress', 'iprange'] },
  semver: { types: ['semver'] },
  temporal_tables: { types: [] },
  ...Object.fromEntries(without.split(/\s+/).map((name) => [name, { types: [] }])),
  pg_uuidv7: { types: [], functions: { uuid: 'uuid_generate_v7 uuid_timestamptz_to_v7', timestamptz: 'uuid_v7_to_timestamptz' } },
};

export const foreignExtension = (name: string): ForeignExtension | undefined =>
  Object.hasOwn(extensions, name) ? extensions[name] : undefined;
