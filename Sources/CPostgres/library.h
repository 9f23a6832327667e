// The functions of libpq that the program uses, found at run time: whoever keeps a workspace in SQLite needs no libpq,
// and pays nothing for it at start. The declarations follow libpq-fe.h, which has not changed them since version 14.
#ifndef RECRUTEMENTPLUS_CPOSTGRES_LIBRARY_H
#define RECRUTEMENTPLUS_CPOSTGRES_LIBRARY_H
#include <dlfcn.h>
#include <stddef.h>

typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;

enum {
    CPOSTGRES_CONNECTION_OK = 0,
    CPOSTGRES_COMMAND_OK = 1,
    CPOSTGRES_TUPLES_OK = 2,
    CPOSTGRES_COPY_IN = 4,
    CPOSTGRES_SINGLE_TUPLE = 9,
    CPOSTGRES_PIPELINE_SYNC = 10,
    CPOSTGRES_PIPELINE_ABORTED = 11,
    CPOSTGRES_TRANSACTION_IDLE = 0,
    CPOSTGRES_FIELD_SQLSTATE = 'C',
    CPOSTGRES_FIELD_MESSAGE = 'M',
};

typedef struct {
    PGconn *(*connect)(const char *const *keywords, const char *const *values, int expandsName);
    void (*finish)(PGconn *);
    int (*status)(const PGconn *);
    int (*transactionStatus)(const PGconn *);
    char *(*connectionError)(const PGconn *);
    int (*serverVersion)(const PGconn *);
    void (*(*setNoticeProcessor)(PGconn *, void (*)(void *, const char *), void *))(void *, const char *);

    PGresult *(*execute)(PGconn *, const char *query);
    PGresult *(*prepare)(PGconn *, const char *name, const char *query, int count, const unsigned int *types);
    PGresult *(*describePrepared)(PGconn *, const char *name);
    int (*sendQuery)(PGconn *, const char *query);
    int (*sendParameters)(PGconn *, const char *query, int count, const unsigned int *types,
                          const char *const *values, const int *lengths, const int *formats, int resultFormat);
    int (*sendPrepared)(PGconn *, const char *name, int count, const char *const *values, const int *lengths,
                        const int *formats, int resultFormat);
    int (*setSingleRowMode)(PGconn *);
    PGresult *(*nextResult)(PGconn *);
    int (*enterPipeline)(PGconn *);
    int (*exitPipeline)(PGconn *);
    int (*pipelineSync)(PGconn *);
    int (*putCopyData)(PGconn *, const char *buffer, int count);
    int (*putCopyEnd)(PGconn *, const char *error);

    int (*resultStatus)(const PGresult *);
    char *(*resultField)(const PGresult *, int field);
    char *(*resultError)(const PGresult *);
    char *(*commandStatus)(PGresult *);
    char *(*commandRows)(PGresult *);
    void (*clear)(PGresult *);
    int (*rowCount)(const PGresult *);
    int (*columnCount)(const PGresult *);
    unsigned int (*columnType)(const PGresult *, int column);
    char *(*value)(const PGresult *, int row, int column);
    int (*length)(const PGresult *, int row, int column);
    int (*isNull)(const PGresult *, int row, int column);
    int (*parameterCount)(const PGresult *);
    unsigned int (*parameterType)(const PGresult *, int parameter);
} CPostgresLibrary;

/// Loads libpq and fills `library`. Answers nothing, or what could not be loaded.
static inline const char *CPostgresLoad(CPostgresLibrary *library) {
    void *handle = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
    if (!handle) return dlerror();
#define CPOSTGRES_FIND(field, symbol)                      \
    *(void **)&library->field = dlsym(handle, symbol);     \
    if (!library->field) return "libpq.so.5 has no " symbol
    CPOSTGRES_FIND(connect, "PQconnectdbParams");
    CPOSTGRES_FIND(finish, "PQfinish");
    CPOSTGRES_FIND(status, "PQstatus");
    CPOSTGRES_FIND(transactionStatus, "PQtransactionStatus");
    CPOSTGRES_FIND(connectionError, "PQerrorMessage");
    CPOSTGRES_FIND(serverVersion, "PQserverVersion");
    CPOSTGRES_FIND(setNoticeProcessor, "PQsetNoticeProcessor");
    CPOSTGRES_FIND(execute, "PQexec");
    CPOSTGRES_FIND(prepare, "PQprepare");
    CPOSTGRES_FIND(describePrepared, "PQdescribePrepared");
    CPOSTGRES_FIND(sendQuery, "PQsendQuery");
    CPOSTGRES_FIND(sendParameters, "PQsendQueryParams");
    CPOSTGRES_FIND(sendPrepared, "PQsendQueryPrepared");
    CPOSTGRES_FIND(setSingleRowMode, "PQsetSingleRowMode");
    CPOSTGRES_FIND(nextResult, "PQgetResult");
    CPOSTGRES_FIND(enterPipeline, "PQenterPipelineMode");
    CPOSTGRES_FIND(exitPipeline, "PQexitPipelineMode");
    CPOSTGRES_FIND(pipelineSync, "PQpipelineSync");
    CPOSTGRES_FIND(putCopyData, "PQputCopyData");
    CPOSTGRES_FIND(putCopyEnd, "PQputCopyEnd");
    CPOSTGRES_FIND(resultStatus, "PQresultStatus");
    CPOSTGRES_FIND(resultField, "PQresultErrorField");
    CPOSTGRES_FIND(resultError, "PQresultErrorMessage");
    CPOSTGRES_FIND(commandStatus, "PQcmdStatus");
    CPOSTGRES_FIND(commandRows, "PQcmdTuples");
    CPOSTGRES_FIND(clear, "PQclear");
    CPOSTGRES_FIND(rowCount, "PQntuples");
    CPOSTGRES_FIND(columnCount, "PQnfields");
    CPOSTGRES_FIND(columnType, "PQftype");
    CPOSTGRES_FIND(value, "PQgetvalue");
    CPOSTGRES_FIND(length, "PQgetlength");
    CPOSTGRES_FIND(isNull, "PQgetisnull");
    CPOSTGRES_FIND(parameterCount, "PQnparams");
    CPOSTGRES_FIND(parameterType, "PQparamtype");
#undef CPOSTGRES_FIND
    return NULL;
}

static inline void CPostgresIgnore(void *unused, const char *message) {}

/// Drops what the server says beside the answers; without this libpq prints it over the screen.
static inline void CPostgresIgnoreNotices(const CPostgresLibrary *library, PGconn *connection) {
    library->setNoticeProcessor(connection, CPostgresIgnore, NULL);
}
#endif
