/** A fictional person for somebody who has no profile at hand. */
export const EXAMPLE_PROFILE = `Lucía Ferrer Ortega
Directora de Operaciones en Logística Norte
Bilbao, País Vasco, España

Acerca de
Dirijo el almacén y el reparto: 40 personas y 1.200 pedidos al día.

Actividad
El lunes abrimos el segundo muelle de Júndiz y los camiones ya no esperan.

Experiencia
Directora de Operaciones
Logística Norte
mar. 2019 - actualidad
`;
